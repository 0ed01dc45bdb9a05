//! The HTTP part: requests in, answers out. What is answered is decided by pure functions
//! elsewhere, which these types are the words of.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use socket2::SockRef;

/// The most bytes that the head of a request may have.
const HEAD: usize = 1 << 16;

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
///
/// Each connection has a thread of its own: browsers keep dozens open and use few, and in a pool of threads one that is asked something waits for the
/// end of one that is not.
pub(super) struct Origin {
    address: SocketAddr,
    stops: Arc<AtomicBool>,
    listens: Option<JoinHandle<()>>,
}

impl Origin {
    pub(super) fn start(
        listener: TcpListener,
        answer: impl Fn(Request<'_>) -> Answer + Send + Sync + 'static,
    ) -> Result<Self> {
        let address = listener.local_addr()?;
        let (stops, answer) = (Arc::new(AtomicBool::new(false)), Arc::new(answer));
        let stop = Arc::clone(&stops);
        let listens = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let answer = Arc::clone(&answer);
                // It fails when the browser has gone away, which is its right.
                thread::spawn(move || drop(talk(stream, answer.as_ref())));
            }
        });
        Ok(Self { address, stops, listens: Some(listens) })
    }

    pub(super) fn wait(mut self) {
        if let Some(thread) = self.listens.take() {
            // A thread that panicked has said so already.
            let _ = thread.join();
        }
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::Relaxed);
        // So that the listener looks up.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.listens.take() {
            let _ = thread.join();
        }
    }
}

/// Answers all requests of a connection, until either end has enough.
fn talk(mut stream: TcpStream, answer: &dyn Fn(Request<'_>) -> Answer) -> io::Result<()> {
    let mut read = Vec::new();
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 128];
        let mut request = httparse::Request::new(&mut headers);
        let length = match request.parse(&read) {
            Ok(httparse::Status::Complete(length)) => length,
            Ok(httparse::Status::Partial) if read.len() < HEAD => {
                let mut more = [0; 4096];
                match stream.read(&mut more)? {
                    0 => return Ok(()),
                    count => read.extend_from_slice(&more[..count]),
                }
                continue;
            }
            _ => {
                let refused =
                    Answer::new(400, "text/plain; charset=utf-8", "This is no request that can be read.\n");
                return write(&mut stream, &refused, true, false);
            }
        };
        let has = |name: &str, value: &dyn Fn(&str) -> bool| {
            let of_name = request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
            of_name.filter_map(|header| std::str::from_utf8(header.value).ok()).any(value)
        };
        let method = request.method.unwrap_or_default();
        // What else is sent with a request would have to be read: after it the connection ends.
        let is_answered = matches!(method, "GET" | "HEAD");
        let stays = is_answered
            && request.version == Some(1)
            && !has("Connection", &|value| value.eq_ignore_ascii_case("close"))
            && !has("Content-Length", &|value| value != "0")
            && !has("Transfer-Encoding", &|_| true);
        let answered = if is_answered {
            let url = request.path.unwrap_or_default();
            answer(Request { url, accepts_brotli: has("Accept-Encoding", &names_brotli) })
        } else {
            Answer::new(405, "text/plain; charset=utf-8", "Only GET and HEAD are answered here.\n")
                .with("Allow", "GET, HEAD")
        };
        write(&mut stream, &answered, method != "HEAD", stays)?;
        if !stays {
            return Ok(());
        }
        read.drain(..length);
    }
}

/// Writes an answer in one piece.
fn write(stream: &mut TcpStream, answer: &Answer, has_body: bool, stays: bool) -> io::Result<()> {
    // Browsers go by the number; the words are for people.
    let mut out = format!("HTTP/1.1 {} -\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
    if !stays {
        out.push_str("Connection: close\r\n");
    }
    for (name, value) in &answer.headers {
        out.extend([name, ": ", &value.replace(['\r', '\n'], " "), "\r\n"]);
    }
    out.push_str("\r\n");
    let mut out = out.into_bytes();
    if has_body {
        out.extend_from_slice(&answer.body);
    }
    stream.write_all(&out)
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

    fn server() -> (Origin, String) {
        let (listener, url) = bind(0).unwrap();
        let answer = |request: Request<'_>| {
            Answer::new(200, "text/plain", request.url.to_owned()).with("X-Line", "a\r\nb")
        };
        (Origin::start(listener, answer).unwrap(), url.trim_start_matches("http://").to_owned())
    }

    fn ask(address: &str, requests: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(requests.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answers = String::new();
        stream.read_to_string(&mut answers).unwrap();
        answers
    }

    #[test]
    fn a_connection_is_kept_and_a_hundred_idle_ones_keep_nobody_waiting() {
        let (_origin, address) = server();
        let idle: Vec<TcpStream> = (0..100).map(|_| TcpStream::connect(&*address).unwrap()).collect();
        let both = ask(&address, "GET /one HTTP/1.1\r\nHost: a\r\n\r\nHEAD /two HTTP/1.1\r\nHost: a\r\n\r\n");
        let (one, two) = both.split_once("/one").unwrap();
        assert!(one.starts_with("HTTP/1.1 200 ") && one.contains("Content-Length: 4\r\n"), "{one}");
        assert!(one.contains("X-Line: a  b\r\n"), "{one}");
        assert!(two.starts_with("HTTP/1.1 200 ") && !two.contains("/two"), "{two}");
        drop(idle);
    }

    #[test]
    fn what_is_no_get_is_refused_and_ends_the_connection() {
        let (_origin, address) = server();
        let post = "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n\r\n";
        let answers = ask(&address, post);
        assert!(answers.starts_with("HTTP/1.1 405 ") && answers.contains("Allow: GET, HEAD"), "{answers}");
        assert_eq!(answers.matches("HTTP/1.1").count(), 1);
        assert!(ask(&address, "no request\r\n\r\n").starts_with("HTTP/1.1 400 "));
    }

    #[test]
    fn brotli_only_when_it_is_named_and_not_refused() {
        assert!(names_brotli("gzip, deflate, br, zstd"));
        assert!(names_brotli("br;q=0.5"));
        assert!(!names_brotli("br;q=0, gzip"));
        assert!(!names_brotli("gzip, brotli"));
        assert!(!names_brotli(""));
    }
}
