"""The contenders, each written as its own documentation says for at-least-once delivery and tuned for throughput.

Imported by name, one a process: none pays for another's imports.
"""
