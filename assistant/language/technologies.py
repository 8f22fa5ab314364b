"""Names of technologies and products, and which of them are one thing under two names.

Invariant: lower-case words that are also everyday English ("go", "spark") are told apart by their capital letter;
a name that is not listed here is still caught where it is written with a capital or with digits.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.language.lists import listed

_SAME = (
    "k8s kubernetes kube",
    "postgres postgresql pg psql",
    "js javascript ecmascript",
    "ts typescript",
    "golang go",
    "gha githubactions",
    "gcp googlecloud",
    "aws amazonwebservices",
    "tf terraform",
    "es elasticsearch elastic",
    "node nodejs",
    "react reactjs",
    "vue vuejs",
    "next nextjs",
    "mongo mongodb",
    "rabbit rabbitmq",
    "py python python3",
    "gh github",
    "gl gitlab",
    "cpp c++",
    "csharp c#",
    "dotnet .net",
    "rails rubyonrails ror",
    "sklearn scikitlearn",
    "torch pytorch",
    "tensorflow tf2",
    "bq bigquery",
    "lambda awslambda",
    "sqs amazonsqs",
    "s3 amazons3",
    "msk amazonmsk",
    "vm virtualmachine",
    "oauth oauth2",
    "http2 h2",
    "opentelemetry otel",
    "prom prometheus",
    "argo argocd",
    "drf djangorestframework",
    "nginx ngnix",
    "gke googlekubernetesengine",
    "eks elastickubernetesservice",
    "slo slos servicelevelobjective servicelevelobjectives",
    "sli slis",
    "sla slas",
    "ci cicd continuousintegration",
    "ml machinelearning",
    "ai artificialintelligence",
    "llm llms",
    "rfc rfcs",
    "adr adrs",
    "a11y accessibility wcag",
    "i18n internationalisation internationalization",
    "oom outofmemory",
    "sso singlesignon",
    "cve cves",
    "dns domainnamesystem",
    "tls ssl",
    "cdn contentdeliverynetwork",
    "etl extracttransformload",
    "poc proofofconcept",
)
_ALIAS = {name: line.split()[0] for line in _SAME for name in line.split()}

_PLAIN = frozenset(
    listed(
        """kubernetes k8s kube helm istio envoy linkerd terraform ansible pulumi docker podman containerd nomad
    consul vagrant postgres postgresql mysql mariadb sqlite mongodb mongo cassandra dynamodb cockroachdb
    redis memcached valkey elasticsearch opensearch solr clickhouse snowflake bigquery redshift databricks
    duckdb dbt airflow dagster prefect kafka rabbitmq pulsar nats sqs sns kinesis celery sidekiq temporal
    flink hadoop hive presto trino debezium python javascript typescript kotlin scala golang haskell erlang
    elixir clojure perl php cobol fortran zig ocaml django fastapi sqlalchemy pydantic pytest nodejs deno
    graphql grpc protobuf thrift openapi webpack vite rollup babel eslint jest cypress selenium playwright
    storybook tailwind redux nextjs nuxt svelte vue reactjs angularjs jquery webassembly wasm aws gcp azure
    heroku vercel netlify cloudflare cloudfront akamai fastly ec2 s3 eks ecs gke aks lambda fargate rds
    aurora prometheus grafana datadog splunk sentry newrelic pagerduty opsgenie opentelemetry otel jaeger
    zipkin loki honeycomb kibana logstash fluentd jenkins github gitlab bitbucket circleci travis buildkite
    teamcity argocd spinnaker bazel gradle maven cmake npm yarn pnpm pip poetry jira confluence slack trello
    asana linear notion zendesk salesforce stripe paypal adyen twilio sendgrid segment mixpanel amplitude
    launchdarkly okta auth0 keycloak vault openssl letsencrypt nginx haproxy traefik apache tomcat varnish
    linux ubuntu debian centos macos windows android ios swiftui flutter xamarin unity pytorch tensorflow
    keras sklearn pandas numpy polars pyspark xgboost lightgbm huggingface mlflow kubeflow langchain openai
    oauth oauth2 oidc saml ldap jwt mtls wireguard ipsec bgp websocket websockets mqtt zigbee bluetooth
    copilot chatgpt figma sketchapp tableau looker metabase superset powerbi excel rust-lang jvm hotspot
    graalvm gradle junit mockito hibernate springboot dropwizard quarkus micronaut ktor"""
    )
)


def canonical(name: str) -> str:
    """One spelling for one name: case, hyphens and dots gone, "k8s" and "Kubernetes" the same."""
    folded = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s$", "", bare.casefold())
    plain = re.sub(r"[\s_./@`-]", "", plain) or plain
    if plain in _ALIAS:
        return _ALIAS[plain]
    single = plain[:-1] if plain.endswith("s") else plain
    return _ALIAS.get(single, plain)


def is_technology(word: str) -> bool:
    """True for a name that is a technology in any case of its letters."""
    return word.casefold() in _PLAIN
