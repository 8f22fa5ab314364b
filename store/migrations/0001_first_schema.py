"""The first schema."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _notes()
    _records()
    _people()
    _ladders()
    _drafts()
    _ledger()
    _words()


def _notes() -> None:
    """Counters, notes, and what gave no record in them."""
    about = op.create_table(
        "about",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_about"),
    )
    op.bulk_insert(about, [{"name": "identity", "value": uuid4().hex}])
    op.create_table(
        "sequences",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_sequences"),
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("source_key", sa.Text),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("engine", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sa.CheckConstraint("state IN ('pending', 'extracted')", name="ck_notes_state"),
        sa.UniqueConstraint("number", name="uq_notes_number"),
        sa.UniqueConstraint("source_key", name="uq_notes_source_key"),
    )
    op.create_index("ix_notes_happened_on", "notes", ["happened_on"])
    op.create_index("ix_notes_state", "notes", ["state"])
    op.create_table(
        "left_out",
        sa.Column(
            "note",
            sa.String(16),
            sa.ForeignKey("notes.id", name="fk_left_out_note", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("note", "position", name="pk_left_out"),
    )


def _records() -> None:
    """The head that every record has, and what its kind adds."""
    op.create_table(
        "records",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("note", sa.String(16), sa.ForeignKey("notes.id", name="fk_records_note"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column(
            "supersedes",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_records_supersedes", ondelete="SET NULL"),
        ),
        sa.Column(
            "superseded_by",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_records_superseded_by", ondelete="SET NULL"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_records"),
        sa.CheckConstraint("kind IN ('evidence', 'skill', 'relationship', 'goal')", name="ck_records_kind"),
        sa.CheckConstraint('0 <= "start" AND "start" < "end"', name="ck_records_span"),
        sa.CheckConstraint("status IN ('active', 'proposed', 'rejected', 'superseded')", name="ck_records_status"),
        sa.UniqueConstraint("number", name="uq_records_number"),
    )
    op.create_index("ix_records_note", "records", ["note"])
    op.create_index("ix_records_status_kind_happened_on", "records", ["status", "kind", "happened_on"])
    op.create_index("ix_records_superseded_by", "records", ["superseded_by"])
    op.create_index("ix_records_supersedes", "records", ["supersedes"])
    op.create_table(
        "evidence",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_evidence_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text),
        sa.Column("impact", sa.String(16)),
        sa.Column("scope", sa.String(16)),
        sa.Column("actor", sa.String(16), nullable=False),
        sa.Column("progress", sa.String(16), nullable=False),
        sa.Column("level", sa.String(16)),
        sa.PrimaryKeyConstraint("record", name="pk_evidence"),
    )
    op.create_table(
        "measures",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("evidence.record", name="fk_measures_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("value", sa.Float),
        sa.Column("unit", sa.Text),
        sa.Column("before", sa.Float),
        sa.Column("after", sa.Float),
        sa.Column("period", sa.Text),
        sa.Column("percentile", sa.Text),
        sa.Column("direction", sa.String(8)),
        sa.Column("effort", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("record", "position", name="pk_measures"),
    )
    op.create_table(
        "skills",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_skills_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("activity", sa.String(16), nullable=False),
        sa.Column("source", sa.String(16), sa.ForeignKey("records.id", name="fk_skills_source", ondelete="SET NULL")),
        sa.PrimaryKeyConstraint("record", name="pk_skills"),
    )
    op.create_index("ix_skills_source", "skills", ["source"])
    op.create_table(
        "goals",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_goals_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("goal", sa.Text, nullable=False),
        sa.Column("type", sa.String(16)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("target_date", sa.Date),
        sa.Column("current_state", sa.Text),
        sa.Column("gap", sa.Text),
        sa.PrimaryKeyConstraint("record", name="pk_goals"),
    )
    op.create_table(
        "goal_actions",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("goals.record", name="fk_goal_actions_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("happened_on", sa.Date),
        sa.PrimaryKeyConstraint("record", "position", name="pk_goal_actions"),
    )


def _people() -> None:
    """One row a person, with names and contacts; who and what a record names."""
    op.create_table(
        "relationships",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_relationships_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("team", sa.Text),
        sa.Column("reach", sa.String(16)),
        sa.Column("met", sa.Text),
        sa.Column("context", sa.Text),
        sa.Column("strength", sa.String(16)),
        sa.PrimaryKeyConstraint("record", name="pk_relationships"),
    )
    op.create_index("ix_relationships_name_key", "relationships", ["name_key"])
    op.create_table(
        "aliases",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("relationships.record", name="fk_aliases_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("alias_key", sa.Text, nullable=False),
        sa.Column("alias", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record", "alias_key", name="pk_aliases"),
    )
    op.create_index("ix_aliases_alias_key", "aliases", ["alias_key"])
    op.create_table(
        "contacts",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("relationships.record", name="fk_contacts_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "note",
            sa.String(16),
            sa.ForeignKey("notes.id", name="fk_contacts_note", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("record", "note", "start", "end", name="pk_contacts"),
    )
    op.create_index("ix_contacts_note", "contacts", ["note"])
    op.create_table(
        "record_people",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_record_people_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "person",
            sa.String(16),
            sa.ForeignKey("relationships.record", name="fk_record_people_person", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record", "person", name="pk_record_people"),
    )
    op.create_index("ix_record_people_person", "record_people", ["person"])
    op.create_table(
        "links",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_links_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "target",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_links_target", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("record", "target", name="pk_links"),
    )
    op.create_index("ix_links_target", "links", ["target"])
    op.create_table(
        "surfaced",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_surfaced_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "person",
            sa.String(16),
            sa.ForeignKey("relationships.record", name="fk_surfaced_person", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("record", "person", "happened_on", name="pk_surfaced"),
    )
    op.create_index("ix_surfaced_person", "surfaced", ["person"])


def _ladders() -> None:
    """A company's ladder, version by version."""
    op.create_table(
        "ladders",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("cumulative", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ladders"),
        sa.UniqueConstraint("name", "version", name="uq_ladders_name_version"),
    )
    op.create_table(
        "ladder_levels",
        sa.Column(
            "ladder",
            sa.Integer,
            sa.ForeignKey("ladders.id", name="fk_ladder_levels_ladder", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("ladder", "id", name="pk_ladder_levels"),
    )
    op.create_table(
        "criteria",
        sa.Column(
            "ladder",
            sa.Integer,
            sa.ForeignKey("ladders.id", name="fk_criteria_ladder", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("theme", sa.Text),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("ladder", "id", name="pk_criteria"),
    )
    op.create_table(
        "set_aside",
        sa.Column("ladder", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("ladder", "level", "text", name="pk_set_aside"),
    )


def _drafts() -> None:
    """Drafts, their claims, and what the gate noticed."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.UniqueConstraint("number", name="uq_drafts_number"),
    )
    op.create_table(
        "draft_params",
        sa.Column(
            "draft",
            sa.String(16),
            sa.ForeignKey("drafts.id", name="fk_draft_params_draft", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("draft", "position", name="pk_draft_params"),
    )
    op.create_table(
        "draft_gaps",
        sa.Column(
            "draft",
            sa.String(16),
            sa.ForeignKey("drafts.id", name="fk_draft_gaps_draft", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("draft", "position", name="pk_draft_gaps"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column(
            "draft",
            sa.String(16),
            sa.ForeignKey("drafts.id", name="fk_claims_draft", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_draft", "claims", ["draft"])
    op.create_table(
        "citations",
        sa.Column(
            "claim",
            sa.Integer,
            sa.ForeignKey("claims.id", name="fk_citations_claim", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_citations"),
    )
    op.create_index("ix_citations_record", "citations", ["record"])
    op.create_table(
        "findings",
        sa.Column(
            "claim",
            sa.Integer,
            sa.ForeignKey("claims.id", name="fk_findings_claim", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("check", sa.String(16), nullable=False),
        sa.Column("severity", sa.String(8), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_findings"),
    )


def _ledger() -> None:
    """Calls that left the machine; vectors."""
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("endpoint", sa.Text, nullable=False),
        sa.Column("messages", sa.Text, nullable=False),
        sa.Column("answer", sa.Text),
        sa.Column("tokens_in", sa.Integer),
        sa.Column("tokens_out", sa.Integer),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("error", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_started_at", "runs", ["started_at"])
    op.create_table(
        "vectors",
        sa.Column(
            "record",
            sa.String(16),
            sa.ForeignKey("records.id", name="fk_vectors_record", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("embedder", sa.String(255), nullable=False),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("record", "embedder", name="pk_vectors"),
    )
    op.create_index("ix_vectors_embedder_version", "vectors", ["embedder", "version"])


def _words() -> None:
    """Keyword search. Python fills it (store/words.py says why); the database takes out what is deleted."""
    if op.get_bind().dialect.name == "postgresql":
        _words_on_postgres()
    else:
        _words_on_sqlite()


def _words_on_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (record UNINDEXED, quote, summary, names, identifiers, "
        "tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER records_forget_words AFTER DELETE ON records "
        "BEGIN DELETE FROM words WHERE rowid = old.number; END"
    )


def _words_on_postgres() -> None:
    op.execute(
        "CREATE TABLE words (record VARCHAR(16) CONSTRAINT pk_words PRIMARY KEY "
        "CONSTRAINT fk_words_record REFERENCES records (id) ON DELETE CASCADE, terms TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_words_terms ON words USING gin (terms)")
