/**
 * What node:http can do at all: a look-up, `writeHead` with a prepared list of headers, one Buffer.
 *
 * It sends Feedwright's own answers, as they were recorded, and does nothing that a feed server must do beside:
 * no negotiation, no list of entity-tags, no Express, no limits.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The recorded answers of one address. */
export interface RecordedAnswers {
  readonly path: string;
  readonly etag: string;
  readonly notModified: readonly string[];
  readonly gzip: RecordedBody;
  readonly identity: RecordedBody;
}

/** Headers, and the body in base64. */
export interface RecordedBody {
  readonly headers: readonly string[];
  readonly base64: string;
}

const [, , file, port] = process.argv;
if (import.meta.main) serve(JSON.parse(readFileSync(file!, 'utf8')) as RecordedAnswers, Number(port));

function serve({ path, etag, notModified, gzip, identity }: RecordedAnswers, at: number): void {
  const full = (body: RecordedBody) => ({
    headers: [...body.headers],
    bytes: Buffer.from(body.base64, 'base64'),
  });
  const table = new Map([
    [path, { etag, notModified: [...notModified], gzip: full(gzip), identity: full(identity) }],
  ]);
  const server = createServer((request, response) => {
    const answer = table.get(request.url!);
    if (answer === undefined) {
      response.writeHead(404);
      response.end();
    } else if (request.headers['if-none-match'] === answer.etag) {
      response.writeHead(304, answer.notModified);
      response.end();
    } else {
      const { headers, bytes } =
        request.headers['accept-encoding'] === 'gzip' ? answer.gzip : answer.identity;
      response.writeHead(200, headers);
      response.end(bytes);
    }
  });
  server.listen(at, '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));
}
