"""Tests of refcli: black box first."""
