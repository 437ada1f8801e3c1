"""Chinese line composition; knows no PDF library and no Qt."""
