/*
 * What must be there before the program can run: packages and the generated database client. Plain old JavaScript
 * without dependencies, since it runs on whatever Node the machine has, before anything is installed.
 */
'use strict';

var LOWEST_NODE = 20;

// Before anything else is asked of it: an old Node does not even know the names of the modules below.
if (Number.parseInt(process.versions.node, 10) < LOWEST_NODE) {
  process.stderr.write(
    '\nAfstemt needs Node.js ' +
      LOWEST_NODE +
      ' or newer to set itself up; this is ' +
      process.versions.node +
      '.\nInstall a newer one from your system or nodejs.org, and start again.\n',
  );
  process.exit(1);
}

var childProcess = require('node:child_process');
var crypto = require('node:crypto');
var fs = require('node:fs');
var path = require('node:path');

var ROOT = path.resolve(__dirname, '..');
var STAMP = path.join(ROOT, 'node_modules', '.afstemt-setup');

function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function checkFolder() {
  try {
    fs.accessSync(ROOT, fs.constants.W_OK);
  } catch (error) {
    fail(
      'The folder ' +
        ROOT +
        ' cannot be written (' +
        error.code +
        ').\nCopy the project to a folder of your own, or ask for the right to write there.',
    );
  }
}

/** The Node that the program runs on, from npm, whatever the machine has. */
function ownNode() {
  return path.join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The environment of every child: nothing asks the outside for anything. */
function quietEnvironment() {
  return Object.assign({}, process.env, {
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    npm_config_loglevel: 'error',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  });
}

function run(what, command, args) {
  process.stderr.write(`${what}\n`);
  var result = childProcess.spawnSync(command, args, {
    cwd: ROOT,
    env: quietEnvironment(),
    // Standard output belongs to whoever called: it may be a machine that reads JSON.
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && command === 'npm',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) fail(`${what} failed: ${result.error.message}`);
  if (result.status !== 0) fail(`${what} failed:\n${result.stdout || ''}${result.stderr || ''}`);
}

function digest(files) {
  var hash = crypto.createHash('sha256');
  files.forEach((file) => {
    var full = path.join(ROOT, file);
    hash.update(`${file}\0`).update(fs.existsSync(full) ? fs.readFileSync(full) : '');
  });
  return hash.digest('hex');
}

function readStamp() {
  try {
    return JSON.parse(fs.readFileSync(STAMP, 'utf8'));
  } catch {
    // No stamp, or half a one: everything is done again.
    return {};
  }
}

/** Installs and generates what is missing or outdated; nothing, in milliseconds, where all is there. */
function setUp() {
  checkFolder();
  var packages = digest(['package.json', 'package-lock.json']);
  var schema = digest(['prisma/schema.prisma', 'prisma.config.ts']);
  var stamp = readStamp();
  if (stamp.packages !== packages || !fs.existsSync(ownNode())) {
    run('Installing the packages (a minute the first time) …', 'npm', ['install', '--no-audit', '--no-fund']);
    // npm may have tidied the lock file.
    packages = digest(['package.json', 'package-lock.json']);
    stamp = {};
  }
  if (stamp.schema !== schema || !fs.existsSync(path.join(ROOT, 'lib/db/generated/client.ts'))) {
    run('Generating the database client …', ownNode(), [
      path.join(ROOT, 'node_modules/prisma/build/index.js'),
      'generate',
    ]);
  }
  if (stamp.packages !== packages || stamp.schema !== schema) {
    fs.writeFileSync(STAMP, JSON.stringify({ packages: packages, schema: schema }));
  }
}

/** Sets up and becomes `script`: same arguments, same streams, same exit code; signals are passed on. */
function become(script, args) {
  setUp();
  var environment = quietEnvironment();
  environment.PATH = path.dirname(ownNode()) + path.delimiter + (environment.PATH || '');
  environment.AFSTEMT_ROOT = ROOT;
  // What Node compiles is kept: a second start takes half the time.
  environment.NODE_COMPILE_CACHE = environment.NODE_COMPILE_CACHE || path.join(ROOT, 'node_modules', '.cache', 'code');
  var child = childProcess.spawn(ownNode(), [path.join(ROOT, script)].concat(args), {
    stdio: 'inherit',
    env: environment,
  });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      child.kill(signal);
    });
  });
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : code);
  });
}

module.exports = { become: become };
