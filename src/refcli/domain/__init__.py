"""The rules of the referral practice: pure data and functions, no I/O and no clock."""
