import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Failure } from '../src/base/failure.ts';
import { type Config, environmentSchema, readConfig } from '../src/config.ts';

describe('readConfig (design §7)', () => {
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-config-')));
    mkdirSync(join(folder, 'articles'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Reads settings as if the environment held these variables and no other. */
  function read(variables: Readonly<Record<string, string>> = {}): Config {
    const nothing = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, '']));
    return readConfig({ ...nothing, ARTICLES_DIR: join(folder, 'articles'), ...variables });
  }

  /** The problems of settings that are refused. */
  function problems(variables: Readonly<Record<string, string>> = {}): readonly string[] {
    try {
      read(variables);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      expect(cause.code).to.equal('settings-invalid');
      const [first, ...rest] = cause.message.split('\n');
      expect(first).to.equal('the settings are not usable');
      return rest.map((line) => line.trim());
    }
    throw new Error('the settings were taken');
  }

  function writeSettings(text: string): string {
    const file = join(folder, 'feedwright.yaml');
    writeFileSync(file, text);
    return file;
  }

  it('needs no setting at all', () => {
    const config = read();
    expect(config).to.include({ port: 3000, host: '127.0.0.1', logLevel: 'info' });
    expect(config.site).to.include({
      title: 'Feedwright',
      baseUrl: 'http://localhost:3000',
      authority: 'localhost',
    });
    expect(config.settings.feeds).to.deep.include({
      limit: 50,
      kilobytes: 512,
      content: 'full',
      maxAgeSeconds: 900,
    });
  });

  it('finds feedwright.yaml beside the articles folder', () => {
    writeSettings('site:\n  title: The Lantern\n  language: de-AT\nfeeds:\n  limit: 20\n');
    const { site, settings } = read();
    expect(site).to.include({ title: 'The Lantern', language: 'de-AT', author: 'The Lantern' });
    expect(settings.feeds).to.deep.include({ limit: 20, kilobytes: 512, maxAgeSeconds: 900 });
  });

  it('tells what is wrong with a purge, and none of its secrets', () => {
    const file = writeSettings(
      'cache:\n  purge:\n    url: cache.example\n    method: purge\n    headers:\n      Key: "s3cret\\n"\n',
    );
    expect(problems()).to.deep.equal([
      `${file}:3:5: cache.purge.url: expected an http or https URL, with {key} or {path} where they belong`,
      `${file}:4:5: cache.purge.method: expected a method in capitals such as POST, PURGE or BAN`,
      `${file}:6:7: cache.purge.headers.Key: expected one line of ASCII`,
    ]);
  });

  for (const [what, text] of [
    ['an empty file', ''],
    ['nothing but a comment', '# later\n'],
    ['sections without values', 'site: {}\nfeeds: {}\n'],
  ] as const)
    it(`takes ${what} for the defaults`, () => {
      writeSettings(text);
      expect(read().site.title).to.equal('Feedwright');
    });

  const baseUrls: [given: string, baseUrl: string, authority: string][] = [
    ['https://Lantern.Example.org', 'https://lantern.example.org', 'lantern.example.org'],
    ['https://lantern.example.org/', 'https://lantern.example.org', 'lantern.example.org'],
    ['https://lantern.example.org/news//', 'https://lantern.example.org/news', 'lantern.example.org'],
    ['http://lantern.example.org:8080', 'http://lantern.example.org:8080', 'lantern.example.org'],
    ['https://lämp.example', 'https://xn--lmp-qla.example', 'xn--lmp-qla.example'],
  ];
  for (const [given, baseUrl, authority] of baseUrls)
    it(`reads BASE_URL ${given}`, () => {
      expect(read({ BASE_URL: given }).site).to.include({ baseUrl, authority });
    });

  it('gives the operator a listener only where a port for it is set', () => {
    expect(read().operatorListener).to.equal(undefined);
    expect(read({ OPERATOR_PORT: '9090' }).operatorListener).to.deep.equal({ host: '127.0.0.1', port: 9090 });
    expect(read({ OPERATOR_PORT: '9090', OPERATOR_HOST: '::' }).operatorListener?.host).to.equal('::');
  });

  it('lets log.level in the file overrule LOG_LEVEL, so that it can change while the service runs', () => {
    expect(read({ LOG_LEVEL: 'warn' }).logLevel).to.equal('warn');
    writeSettings('log:\n  level: debug\n');
    expect(read({ LOG_LEVEL: 'warn' }).logLevel).to.equal('debug');
  });

  it('lets site.authority outlive a change of BASE_URL', () => {
    writeSettings('site:\n  authority: lantern.example.org\n');
    expect(read({ BASE_URL: 'https://elsewhere.example' }).site.authority).to.equal('lantern.example.org');
  });

  it('follows links to the articles folder once, at the start', () => {
    symlinkSync(join(folder, 'articles'), join(folder, 'linked'));
    expect(read({ ARTICLES_DIR: join(folder, 'linked') }).articlesFolder).to.equal(join(folder, 'articles'));
  });

  const environment: [name: string, given: string, expected: RegExp][] = [
    ['PORT', '99999', /expected a port number from 0 to 65535, found "99999"/],
    ['PORT', '-1', /expected a port number/],
    ['PORT', 'http', /expected a port number/],
    ['PORT', '80.5', /expected a port number/],
    ['OPERATOR_PORT', '65536', /expected a port number/],
    ['BASE_URL', 'ftp://lantern.example.org', /expected an absolute http or https URL .*, found "ftp:/],
    ['BASE_URL', 'lantern.example.org', /expected an absolute http or https URL/],
    ['BASE_URL', '/news', /expected an absolute http or https URL/],
    ['LOG_LEVEL', 'loud', /expected one of trace, debug, info, warn, error, silent, found "loud"/],
  ];
  for (const [name, given, expected] of environment)
    it(`refuses ${name}=${given}`, () => {
      const [problem, ...others] = problems({ [name]: given });
      expect(problem)
        .to.match(new RegExp(`^${name}: `))
        .and.match(expected);
      expect(others).to.deep.equal([]);
    });

  const files: [what: string, text: string, expected: RegExp][] = [
    ['a number for a text', 'site:\n  title: 7\n', /:2:3: site\.title: .*expected string, received number$/],
    ['nothing for a text', 'site:\n  title:\n', /:2:3: site\.title: .*expected string, received null$/],
    ['blanks for a text', 'site:\n  title: "  "\n', /:2:3: site\.title: expected a text, found/],
    [
      'a language that is none',
      'site:\n  language: english please\n',
      /:2:3: site\.language: expected a language tag such as en or de-AT, found "english please"$/,
    ],
    [
      'an authority in capitals',
      'site:\n  authority: Example.ORG\n',
      /:2:3: site\.authority: expected a host name in lower case, found "Example\.ORG"$/,
    ],
    [
      'a key that is not known',
      'site:\n  title: A\n  colour: red\n',
      /:3:3: site\.colour: found a key that is not known$/,
    ],
    ['a section that is not known', 'web:\n  port: 1\n', /:1:1: web: found a key that is not known$/],
    [
      'the main feed, or a name alone, among the feeds that have values of their own',
      'feeds:\n  each:\n    /: { limit: 3 }\n',
      /:3:5: feeds\.each\.\/: expected a feed such as sections\/world, .*; the settings above are the main feed’s, found "\/"$/,
    ],
    [
      'a header whose name is none',
      'cache:\n  purge:\n    headers: { "a b": secret }\n',
      /:3:16: cache\.purge\.headers\.a b: expected the name of a header, found "a b"$/,
    ],
    [
      'another word',
      'feeds:\n  content: all\n',
      /:2:3: feeds\.content: expected one of "full"\|"summary", found "all"$/,
    ],
    ['too few articles', 'feeds:\n  limit: 0\n', /:2:3: feeds\.limit: .*>=1, found 0$/],
    ['too many articles', 'feeds:\n  limit: 501\n', /:2:3: feeds\.limit: .*<=500, found 501$/],
    ['half an article', 'feeds:\n  limit: 1.5\n', /:2:3: feeds\.limit: .*int/],
    [
      'a poll interval that hammers',
      'feeds:\n  maxAgeSeconds: 5\n',
      /:2:3: feeds\.maxAgeSeconds: .*>=300, found 5$/,
    ],
    [
      'an address that is none',
      'fairness:\n  exemptAddresses: [192.0.2.7, 192.0.2.0/33]\n',
      /:2:3: fairness\.exemptAddresses\.1: expected an address such as .*, found "192\.0\.2\.0\/33"$/,
    ],
    ['a name for a proxy', 'proxy:\n  trusted: [nginx]\n', /:2:3: proxy\.trusted\.0: expected an address/],
    ['a share of requests', 'log:\n  access: 0.1\n', /:2:3: log\.access: .*int/],
    ['a text for a section', 'memory: lots\n', /:1:1: memory: .*expected object, received string$/],
    ['a list for everything', '- site\n', /:1:1: [^:]*: expected object, received array$/],
    ['a key that stands twice', 'site:\n  title: A\n  title: B\n', /:3:3: Map keys must be unique$/],
    ['broken YAML', 'site: [a\nfeeds: 1\n', /:\d+:\d+: \S/],
  ];
  for (const [what, text, expected] of files)
    it(`refuses ${what}, with its place`, () => {
      const file = writeSettings(text);
      const found = problems();
      expect(found[0]).to.match(expected);
      for (const problem of found) expect(problem.startsWith(`${file}:`), problem).to.equal(true);
    });

  it('lists every bad setting at once', () => {
    const file = writeSettings(
      'site:\n  colour: red\n  title: 7\nfeeds:\n  limit: 0\n  max: 3\nunknown: 1\n',
    );
    const found = problems({ PORT: '99999', BASE_URL: 'x', LOG_LEVEL: 'loud' });
    expect(found.map((problem) => problem.replace(`${file}:`, '').split(': ', 1)[0])).to.have.members([
      'PORT',
      'BASE_URL',
      'LOG_LEVEL',
      '2:3',
      '3:3',
      '5:3',
      '6:3',
      '7:1',
    ]);
  });

  it('refuses a settings file that is named and not there', () => {
    expect(problems({ CONFIG: join(folder, 'none.yaml') })).to.deep.equal([
      `CONFIG: found no file at ${join(folder, 'none.yaml')}`,
    ]);
  });

  it('refuses a settings file that is a folder', () => {
    expect(problems({ CONFIG: folder })).to.deep.equal([
      `${folder}: cannot be read (EISDIR): expected a settings file`,
    ]);
  });

  for (const [what, name] of [
    ['is not there', 'none'],
    ['is a file', 'a-file'],
  ] as const)
    it(`refuses an articles folder that ${what}`, () => {
      writeFileSync(join(folder, 'a-file'), '');
      expect(() => read({ ARTICLES_DIR: join(folder, name) }))
        .to.throw(Failure, join(folder, name))
        .with.property('code', 'articles-folder-missing');
    });

  it('tells no secret', () => {
    const [problem] = problems({ OPERATOR_TOKEN: 'too-short' });
    expect(problem)
      .to.match(/^OPERATOR_TOKEN: expected at least 16 characters/)
      .and.not.include('too-short');
  });
});
