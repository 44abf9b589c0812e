/**
 * A site for Hugo that publishes what Feedwright publishes of the same files: article pages, lists, and full-text feeds
 * of fifty articles for the site, each section, tag and author. The layouts are as small as they can be.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES: Readonly<Record<string, string>> = {
  'config.toml': `baseURL = "https://feeds.example.org/"
title = "Bench"
disableKinds = ["sitemap", "robotsTXT", "404"]
[taxonomies]
  tag = "tags"
  author = "author"
[services.rss]
  limit = 50
`,
  'layouts/_default/single.html': `<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}`,
  'layouts/_default/list.html': `<!doctype html><title>{{ .Title }}</title><ul>{{ range first 50 .RegularPages }}<li><a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}</ul>`,
  'layouts/_default/terms.html': `<!doctype html><title>{{ .Title }}</title><ul>{{ range .Pages }}<li><a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}</ul>`,
  'layouts/index.html': `<!doctype html><title>{{ .Title }}</title><ul>{{ range first 50 .Site.RegularPages }}<li><a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}</ul>`,
  'layouts/_default/rss.xml': `{{ $pages := .RegularPages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>{{ range first 50 $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>`,
};

/** Writes the site; answers Hugo's parameters to build it from `articles` into `destination`. */
export function prepareHugo(site: string, articles: string, destination: string): readonly string[] {
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(site, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return ['--quiet', '--source', site, '--contentDir', articles, '--destination', destination];
}
