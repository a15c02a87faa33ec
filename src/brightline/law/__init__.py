"""What the law says, as data with its citations. A lawyer can read every file beside this one."""
