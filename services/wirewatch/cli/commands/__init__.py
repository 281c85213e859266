"""The commands of ``wirewatch``, one module a group; what they do lies in the folders beside this one."""
