"""What every process needs to run: settings, logs, metrics, health, lifecycle, worker pool. Knows no topic and no news.

Import the rooms by name (``from wirekit.runtime.logs import get_logger``): a child of the pool loads only what it
needs.
"""
