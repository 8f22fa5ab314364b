"""An interrupt that comes while a connection is being closed is told by the door alone."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import create_engine

import store.database  # noqa: F401 - what makes the pool quiet


def test_what_breaks_while_a_connection_closes_is_not_printed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as conn:
        close = conn.connection.driver_connection.close  # type: ignore[union-attr]

    def interrupted(connection: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine.dialect, "do_close", interrupted)
    with caplog.at_level(logging.DEBUG, logger="root"), pytest.raises(KeyboardInterrupt):
        engine.dispose()
    close()
    assert [record.getMessage() for record in caplog.records] == []
