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
        """kubernetes k8s kube helm istio envoy linkerd terraform ansible pulumi docker podman containerd nomad consul
    vagrant postgres postgresql mysql mariadb sqlite mongodb mongo cassandra dynamodb cockroachdb redis memcached
    valkey elasticsearch opensearch solr clickhouse snowflake bigquery redshift databricks duckdb dbt airflow
    dagster prefect kafka rabbitmq pulsar nats sqs sns kinesis celery sidekiq temporal flink hadoop hive presto
    trino debezium python javascript typescript kotlin scala golang haskell erlang elixir clojure perl php cobol
    fortran zig ocaml django fastapi sqlalchemy pydantic pytest nodejs deno graphql grpc protobuf thrift openapi
    webpack vite rollup babel eslint jest cypress selenium playwright storybook tailwind redux nextjs nuxt svelte
    vue reactjs angularjs jquery webassembly wasm aws gcp azure heroku vercel netlify cloudflare cloudfront akamai
    fastly ec2 s3 eks ecs gke aks lambda fargate rds aurora prometheus grafana datadog splunk sentry newrelic
    pagerduty opsgenie opentelemetry otel jaeger zipkin loki honeycomb kibana logstash fluentd jenkins github gitlab
    bitbucket circleci travis buildkite teamcity argocd spinnaker bazel gradle maven cmake npm yarn pnpm pip poetry
    jira confluence slack trello asana linear notion zendesk salesforce stripe paypal adyen twilio sendgrid segment
    mixpanel amplitude launchdarkly okta auth0 keycloak vault openssl letsencrypt nginx haproxy traefik apache
    tomcat varnish linux ubuntu debian centos macos windows android ios swiftui flutter xamarin unity pytorch
    tensorflow keras sklearn pandas numpy polars pyspark xgboost lightgbm huggingface mlflow kubeflow langchain
    openai oauth oauth2 oidc saml ldap jwt mtls wireguard ipsec bgp websocket websockets mqtt zigbee bluetooth
    copilot chatgpt figma sketchapp tableau looker metabase superset powerbi excel rust-lang jvm hotspot lodash
    moment underscore axios expressjs nestjs fastify koa hapi typeorm prisma sequelize knex mocha chai jasmine karma
    enzyme puppeteer lighthouse esbuild swc turborepo lerna nx backbone ember preact solidjs astro remix gatsby
    threejs d3 leaflet mapbox openlayers webgl webgpu vulkan directx opengl unreal godot rxjava rxjs rxswift
    retrofit okhttp dagger koin room realm coredata combine coroutines ktlint detekt swiftlint fastlane bitrise
    crashlytics firebase supabase appium espresso xctest robolectric memcache aerospike scylladb foundationdb tikv
    tidb yugabytedb vitess pgbouncer pgpool patroni barman wal-g timescaledb influxdb victoriametrics thanos cortex
    mimir tempo nagios zabbix graphite statsd collectd telegraf dynatrace appdynamics lightstep rollbar bugsnag
    victorops statuspage flux crossplane backstage packer saltstack cfengine rancher openshift cilium calico metallb
    velero karpenter keda knative tekton drone concourse bamboo gerrit phabricator perforce mercurial subversion
    artifactory nexus harbor sonarqube snyk dependabot renovate trivy falco opa gatekeeper kyverno spiffe spire
    boundary teleport tailscale zerotier openvpn strongswan quic http2 http3 grpc-web soap hl7 fhir dicom modbus
    canbus profinet opcua freertos zephyr yocto buildroot openocd jtag esp32 stm32 arduino raspberrypi qemu kvm xen
    firecracker gvisor llvm gcc clang rustc cranelift mlir onnx tensorrt triton vllm ollama cuda rocm opencl mpi
    slurm ray dask sagemaker bedrock vertex comet neptune wandb feast tecton greatexpectations soda fivetran stitch
    airbyte meltano hudi iceberg deltalake glue athena synapse dremio starburst druid pinot kylin couchbase couchdb
    neo4j janusgraph dgraph arangodb weaviate qdrant milvus pinecone chroma faiss lucene sphinx typesense
    meilisearch algolia nodered ros ros2 gazebo matlab simulink labview verilog vhdl systemverilog fpga jcl cics db2
    mainframe sap abap workday netsuite servicenow pega appian mulesoft boomi camunda drools activemq zeromq solace
    eventbridge stepfunctions pubsub dataflow dataproc bigtable spanner firestore cloudrun cloudfunctions appengine
    cosmosdb servicebus eventhubs blobstorage entra intune graalvm junit mockito hibernate springboot dropwizard
    quarkus micronaut ktor"""
    )
)


# everyday words too: only a capital makes them a product
_ALSO_WORDS = frozenset(
    listed(
        """slack linear notion segment stripe vault helm excel unity hive presto temporal nomad consul poetry
    jest cypress
    prefect pulsar lambda aurora travis rollup amplitude looker confluence tableau celery beam sentry puppet chef
    copilot varnish tomcat honeycomb storybook tailwind apple rocket moment underscore chai karma enzyme room realm
    combine dagger lighthouse flux harbor nexus drone boundary teleport ember remix astro backbone express spire
    tempo cortex ray comet neptune feast soda stitch glue athena druid pinot sphinx graphite leaflet concourse
    bamboo triton vertex bedrock spanner knex nx ros solace salt koa mocha thanos packer barman boomi synapse tekton
    renovate trivy opa quic mpi gazebo"""
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
    plain = word.casefold()
    return plain in _PLAIN and (word != plain or plain not in _ALSO_WORDS)
