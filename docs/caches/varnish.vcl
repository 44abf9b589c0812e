# Feedwright behind Varnish 7, run as it stands by `npm run test:caches`.
#
# Start varnishd with `-p http_gzip_support=off`: Feedwright compresses, and better. With docs/caches/varnish.yaml the
# service says what every change made stale, so that Varnish may keep feeds for a day.
vcl 4.1;
import std;

backend feedwright {
  .host = "127.0.0.1";
  .port = "3000";
  .probe = { .url = "/healthz"; .interval = 2s; .timeout = 1s; .window = 3; .threshold = 2; .initial = 2; }
}

acl publishers {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "BAN") {
    if (client.ip !~ publishers) { return (synth(403, "Not yours")); }
    if (req.http.Surrogate-Key !~ "^[A-Za-z0-9%_-]+$") { return (synth(400, "No key")); }
    ban("obj.http.Surrogate-Key ~ (^|\s)" + req.http.Surrogate-Key + "(\s|$)");
    return (synth(200, "Banned"));
  }
  # What is no plain reading, and a delta (RFC 3229), is between the reader and the service.
  if ((req.method != "GET" && req.method != "HEAD") || req.http.A-IM) { return (pass); }
  if (req.url ~ "^/(healthz|readyz|faults|metrics|hub)") { return (pass); }
  unset req.http.Cookie;
  # Readers hang queries on to addresses, which mean nothing.
  set req.url = regsub(req.url, "\?.*$", "");
  # Three codings are three objects, however readers spell them.
  if (req.http.Accept-Encoding ~ "(?i)\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
    set req.http.Accept-Encoding = "br";
  } elsif (req.http.Accept-Encoding ~ "(?i)\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
    set req.http.Accept-Encoding = "gzip";
  } else {
    unset req.http.Accept-Encoding;
  }
  # While the service is well, nothing is served that is over for longer than stale-while-revalidate says.
  if (std.healthy(req.backend_hint)) { set req.grace = 60s; }
  return (hash);
}

sub vcl_backend_response {
  if (beresp.http.CDN-Cache-Control ~ "max-age=\d+") {
    set beresp.ttl = std.duration(regsub(beresp.http.CDN-Cache-Control, "^.*\bmax-age=(\d+).*$", "\1s"), 0s);
  }
  # stale-if-error, and what is over is asked about with If-None-Match.
  set beresp.grace = 1d;
  set beresp.keep = 1d;
}

sub vcl_deliver {
  if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
  unset resp.http.Surrogate-Key;
  unset resp.http.CDN-Cache-Control;
  unset resp.http.X-Varnish;
}
