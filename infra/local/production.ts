// Imported first, before React is: its development build, which looks after programmers, takes several times as long
// over each letter. The functions on AWS are bundled with the other one as well.
process.env['NODE_ENV'] ??= 'production';
