"""The figures of a referral practice; docs/review.md defines each of them."""
