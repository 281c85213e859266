"""The ``wirewatch`` command: one module a group of commands. The only place that knows all services."""
