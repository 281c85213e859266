"""A newsroom on one machine: its ports, its child processes, whether they are ready, and who tells what they do."""
