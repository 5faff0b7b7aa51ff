// Node 20 is what must do; that the SDK will one day ask for more is no news to the tests.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
// The React that ships, as the functions on AWS have it: its development build takes several times as long over each letter.
process.env.NODE_ENV = 'production';
