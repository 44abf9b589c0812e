/**
 * What curl is answered: codings, validators, HTTP/1.0. It asks the service itself, with no proxy between.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checks } from './checks.ts';
import { run } from './programs.ts';

/** What curl was answered. */
interface Answer {
  readonly status: number;
  /** Status line and headers as they were sent. */
  readonly head: string;
  readonly body: string;
}

/**
 * Claims what curl is answered.
 *
 * @param origin where the service itself listens
 * @param scratch a folder for files
 */
export async function claimCurl(
  checks: Checks,
  origin: string,
  paths: readonly string[],
  scratch: string,
): Promise<void> {
  const bodyFile = join(scratch, 'curl.body');
  const headFile = join(scratch, 'curl.head');
  const tagFile = join(scratch, 'curl.etag');
  const curl = async (path: string, ...options: readonly string[]): Promise<Answer> => {
    writeFileSync(bodyFile, '');
    const { code, stdout, stderr } = await run('curl', [
      ...['-q', '-sS', '-o', bodyFile, '-D', headFile, '-w', '%{http_code}', ...options],
      origin + path,
    ]);
    if (code !== 0) throw new Error(`curl ended with ${code}: ${stderr}`);
    return {
      status: Number(stdout),
      head: readFileSync(headFile, 'utf8'),
      body: readFileSync(bodyFile, 'utf8'),
    };
  };
  const claim = (what: string, complaint: (path: string) => Promise<string | undefined>) =>
    checks.claim(what, async () => {
      const complaints: string[] = [];
      for (const path of paths) {
        const found = await complaint(path);
        if (found !== undefined) complaints.push(`${path}: ${found}`);
      }
      return complaints;
    });

  await claim('curl --compressed decodes to the bytes of the identity coding (H-31, H-32)', async (path) => {
    const plain = await curl(path);
    const coded = await curl(path, '--compressed');
    if (plain.body.length === 0 || plain.status !== 200) return `answered ${plain.status}`;
    if (!/^content-encoding: (gzip|br|zstd)\r$/im.test(coded.head)) return 'found no coding';
    if (/^content-encoding:/im.test(plain.head)) return 'found a coding that was not asked for';
    return coded.body === plain.body ? undefined : 'found other bytes';
  });
  for (const coding of [[], ['--compressed']]) {
    const name = ['curl', ...coding].join(' ');
    await claim(
      `${name} --etag-save, then --etag-compare is answered 304 without a body (H-05)`,
      async (path) => {
        await curl(path, ...coding, '--etag-save', tagFile);
        const again = await curl(path, ...coding, '--etag-compare', tagFile);
        return again.status === 304 && again.body === '' ? undefined : `answered ${again.status}`;
      },
    );
  }
  await claim('curl --time-cond with the Last-Modified it was sent is answered 304 (H-06)', async (path) => {
    const { head } = await curl(path);
    const again = await curl(path, '--time-cond', /^last-modified: (.*)\r$/im.exec(head)?.[1] ?? '');
    return again.status === 304 && again.body === '' ? undefined : `answered ${again.status}`;
  });
  await claim('curl --http1.0 gets the whole document', async (path) => {
    const whole = await curl(path);
    const old = await curl(path, '--http1.0');
    if (old.status !== 200 || /^transfer-encoding:/im.test(old.head)) return `answered ${old.head}`;
    return old.body === whole.body ? undefined : 'found other bytes';
  });
  await claim('curl --head gets the headers of GET (H-16)', async (path) => {
    const stable = ({ head }: Answer) => head.replace(/^date: .*\r\n/im, '');
    const got = stable(await curl(path));
    const headed = stable(await curl(path, '--head'));
    return headed === got ? undefined : `found ${headed}, expected ${got}`;
  });
}
