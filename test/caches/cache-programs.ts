/**
 * nginx and Varnish as processes: the configurations of docs/caches, with other ports and folders, and nothing else changed.
 */
import assert from 'node:assert';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Running, start } from '../bench/child-process.ts';

const DOCS = join(import.meta.dirname, '../../docs/caches');

/** The configuration in docs/caches, with these texts replaced; each must be there. */
export function documented(name: string, replacements: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(DOCS, name), 'utf8');
  for (const [from, to] of Object.entries(replacements)) {
    assert(text.includes(from), `${name} holds no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

/** Starts nginx in a folder of its own. */
export function startNginx(program: string, folder: string, port: number, originPort: number): Running {
  mkdirSync(folder);
  const site = documented('nginx.conf', {
    '/var/cache/nginx/feedwright': join(folder, 'cache'),
    '127.0.0.1:3000': `127.0.0.1:${originPort}`,
    'listen 80;': `listen 127.0.0.1:${port};`,
  });
  writeFileSync(join(folder, 'site.conf'), site);
  // Started by root, a worker becomes somebody else, who may not write the folder.
  const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((what) => `${what}_temp_path ${join(folder, what)};`)
    .join(' ');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; ${user} worker_processes 1; pid ${folder}/pid; error_log stderr crit;
events {} http { access_log off; ${places} include ${folder}/site.conf; }\n`,
  );
  return start(program, ['-p', folder, '-c', file, '-e', 'stderr']);
}

/** Starts Varnish in a folder of its own. */
export function startVarnish(program: string, folder: string, port: number, originPort: number): Running {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const file = join(folder, 'feedwright.vcl');
  writeFileSync(file, documented('varnish.vcl', { '"3000"': `"${originPort}"` }));
  const parameters = [
    ...['-F', '-j', 'none', '-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-f', file],
    ...['-s', 'malloc,64m', '-p', 'http_gzip_support=off', '-p', 'vsl_space=2M'],
  ];
  return start(program, parameters, {}, 'ignore');
}
