"""The right side of 编排: the real page, its preset, findings, printing and export."""
