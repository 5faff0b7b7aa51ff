// Node 20 is what must do; that the SDK will one day ask for more is no news to the tests.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
