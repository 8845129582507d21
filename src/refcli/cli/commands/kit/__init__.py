"""The referral kit."""
