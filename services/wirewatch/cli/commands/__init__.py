"""The commands of ``wirewatch``, one module a group; what they do lies beside this folder."""
