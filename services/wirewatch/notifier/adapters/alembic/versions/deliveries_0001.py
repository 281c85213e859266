"""Deliveries, disabled endpoints, reports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_deliveries()
    _create_disabled_endpoints()
    _create_reports()


def downgrade() -> None:
    op.drop_table("reports")
    op.drop_table("disabled_endpoints")
    op.drop_table("deliveries")


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("webhook_id", sa.String, primary_key=True),
        sa.Column("endpoint", sa.String, nullable=False),
        sa.Column("alert_id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("watch_id", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("traceparent", sa.String),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("deliveries_by_alert", "deliveries", ["endpoint", "alert_id", "revision"], unique=True)
    op.create_index(
        "deliveries_pending",
        "deliveries",
        ["endpoint", "due_at"],
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )


def _create_disabled_endpoints() -> None:
    op.create_table(
        "disabled_endpoints",
        sa.Column("endpoint", sa.String, primary_key=True),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )


def _create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("report", sa.LargeBinary, nullable=False),
        sa.Column("traceparent", sa.String),
        sa.Column("claimed_until", sa.DateTime(timezone=True)),
    )
