// Which pages of the shop are measured, and the two origins that they come from: one as they are, one without our tag.
import http from 'node:http';
import { readdirSync } from 'node:fs';

/** What pages that show one thing of many are asked for. */
const ASKED = { 'article.html': '?id=AR-001', 'department.html': '?d=shirts', 'product.html': '?id=SH-002', 'search.html': '?q=gingham' };

/** Every page of the built shop, by the name of its file without the ending. */
export function pages(dist) {
  const files = readdirSync(dist).filter((name) => name.endsWith('.html')).sort();
  return files.map((file) => ({ name: file.slice(0, -5), path: `/${file}${ASKED[file] ?? ''}` }));
}

const TAG = /<script\b[^>]*\bsrc="[^"]*haberdash\.js"[^>]*>\s*<\/script>\s*/g;

/** A page's HTML without the script tag. Its hosts keep what the merchant wrote in them. A page that has no tag, or two, is not what is compared. */
export function untagged(html) {
  const found = html.match(TAG)?.length ?? 0;
  if (found !== 1) throw new Error(`a page has ${found} script tags of Haberdash where one is expected`);
  return html.replace(TAG, '');
}

/**
 * The shop at `shop` once more on a port of its own, its pages changed by `change`. Both sides of the comparison come this way, so that the way is
 * no difference.
 */
export async function front(shop, change) {
  const target = new URL(shop);
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const headers = { ...request.headers, host: target.host };
    const onward = http.request({ host: target.hostname, port: target.port, path: request.url, method: request.method, headers, agent }, (answer) => pass(answer, response, change));
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => { server.close(); server.closeAllConnections(); agent.destroy(); };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

function pass(answer, response, change) {
  const page = /^text\/html/.test(answer.headers['content-type'] ?? '') && answer.statusCode === 200;
  const { 'content-length': length, connection, ...headers } = answer.headers;
  if (!page) {
    response.writeHead(answer.statusCode, { ...headers, ...(length && { 'content-length': length }) });
    answer.pipe(response);
    return;
  }
  const parts = [];
  answer.on('data', (part) => parts.push(part));
  answer.on('end', () => {
    try {
      const body = Buffer.from(change(Buffer.concat(parts).toString('utf8')));
      response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
    } catch (error) {
      console.error(String(error.message ?? error));
      response.writeHead(500).end();
    }
  });
}
