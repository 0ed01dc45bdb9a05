//! The HTTP part: requests in, answers out. What is answered is decided by pure functions
//! elsewhere, which these types are the words of.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow};
use socket2::SockRef;
use tiny_http::{Header, Method, Response, Server};

/// Chromium opens six connections to an origin, and keeps them. A server has four threads for connections, and one that comes while another is
/// being handed over may wait for an end of those kept: several servers on the same port share them out.
const SERVERS: usize = 16;

#[derive(Debug, Clone, Copy)]
pub(super) struct Request<'a> {
    /// As sent: encoded, with its query.
    pub(super) url: &'a str,
    pub(super) accepts_brotli: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn new(status: u16, mime: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers =
            vec![("Content-Type", mime.to_owned()), ("X-Content-Type-Options", "nosniff".to_owned())];
        Self { status, headers, body: body.into() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    #[cfg(test)]
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A listener on loopback, and its URL. Port 0 takes any free one.
pub(super) fn bind(port: u16) -> Result<(TcpListener, String)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("Port {port} cannot be used; if something else listens there, choose another with --port")
    })?;
    // Accepted connections inherit this. Without it, what is left of an answer waits 40 ms for the
    // browser to acknowledge what came before.
    SockRef::from(&listener).set_tcp_nodelay(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok((listener, url))
}

/// One running server.
pub(super) struct Origin {
    servers: Vec<Arc<Server>>,
    threads: Vec<JoinHandle<()>>,
}

impl Origin {
    pub(super) fn start(
        listener: TcpListener,
        answer: impl Fn(Request<'_>) -> Answer + Send + Sync + 'static,
    ) -> Result<Self> {
        let servers = (0..SERVERS).map(|_| {
            let server = Server::from_listener(listener.try_clone()?, None)
                .map_err(|error| anyhow!("The server cannot be started: {error}"))?;
            Ok(Arc::new(server))
        });
        let servers = servers.collect::<Result<Vec<_>>>()?;
        let answer = Arc::new(answer);
        let threads = servers
            .iter()
            .map(|server| {
                let (server, answer) = (Arc::clone(server), Arc::clone(&answer));
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        respond(request, answer.as_ref());
                    }
                })
            })
            .collect();
        Ok(Self { servers, threads })
    }

    pub(super) fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread that panicked has said so already.
            let _ = thread.join();
        }
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        for server in &self.servers {
            server.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn respond(request: tiny_http::Request, answer: &dyn Fn(Request<'_>) -> Answer) {
    let answered = match request.method() {
        Method::Get | Method::Head => {
            answer(Request { url: request.url(), accepts_brotli: accepts_brotli(request.headers()) })
        }
        _ => Answer::new(405, "text/plain; charset=utf-8", "Only GET and HEAD are answered here.\n")
            .with("Allow", "GET, HEAD"),
    };
    let mut response = Response::from_data(answered.body)
        .with_status_code(answered.status)
        // A length is always known; in chunks, a browser could show no progress.
        .with_chunked_threshold(usize::MAX);
    for (name, value) in answered.headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // It fails when the browser has gone away, which is its right.
    let _ = request.respond(response);
}

fn accepts_brotli(headers: &[Header]) -> bool {
    headers
        .iter()
        .filter(|header| header.field.equiv("Accept-Encoding"))
        .any(|header| names_brotli(header.value.as_str()))
}

fn names_brotli(accept_encoding: &str) -> bool {
    accept_encoding.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let named = words.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let refused = words
            .any(|word| word.strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q == 0.0)));
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_only_when_it_is_named_and_not_refused() {
        assert!(names_brotli("gzip, deflate, br, zstd"));
        assert!(names_brotli("br;q=0.5"));
        assert!(!names_brotli("br;q=0, gzip"));
        assert!(!names_brotli("gzip, brotli"));
        assert!(!names_brotli(""));
    }
}
