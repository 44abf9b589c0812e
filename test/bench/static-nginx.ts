/**
 * nginx, as a publisher would set it up to serve feeds as static files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** The configuration: one worker, nothing logged, everything it writes inside `folder`. */
function configuration(folder: string, port: number): string {
  // Started by root, a worker becomes somebody else, who may not read the folder.
  const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
  return `daemon off;
${user}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  keepalive_timeout 60;
  open_file_cache max=100 inactive=60s;
  open_file_cache_valid 30s;
  etag on;
  gzip_static on;
  server_tokens off;
  types { application/rss+xml xml; }
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} reuseport backlog=4096;
    root ${folder}/files;
  }
}
`;
}

/** Writes the files and the configuration; answers nginx's parameters. */
export function prepareNginx(
  folder: string,
  port: number,
  files: Readonly<Record<string, Buffer>>,
): readonly string[] {
  mkdirSync(join(folder, 'files'), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'files', name), bytes);
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
  return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
}
