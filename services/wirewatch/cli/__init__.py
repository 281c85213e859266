"""The ``wirewatch`` command: one module a group of commands. The only place that knows all services."""


def main() -> None:
    """Entry point of the console script."""
    from wirewatch.cli.app import build_app  # noqa: PLC0415 - `import wirewatch.cli.newsroom` must not load every service

    build_app()()
