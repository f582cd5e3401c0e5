"""Somebody who visits the site without a browser: by requests that are whole, or by halves of them."""
import http.client
import re
import socket
import urllib.parse

NAME, ADDRESS, PASSWORD = "Performance Officer", "officer@merevalley.example", "lantern gravel octave"
FORM = "application/x-www-form-urlencoded"
#: The boundary of forms with files.
BOUNDARY = "half-a-thread"


class Answer:
    def __init__(self, response):
        self.status, self.headers = response.status, response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode()


class Visitor:
    """Keeps a cookie and a connection, which is opened anew where it has ended."""

    def __init__(self, address, cookie=None, token=None, timeout=20):
        self.address, self.timeout = urllib.parse.urlsplit(address), timeout
        self.cookie, self.token = cookie, token
        self.connection = None

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, **fields):
        return self.send("POST", path, self.fields(fields), FORM)

    def upload(self, path, name, content, field="paper", **fields):
        return self.send("POST", path, self.parts(name, content, field, fields), f"multipart/form-data; boundary={BOUNDARY}")

    def fields(self, fields):
        return urllib.parse.urlencode(fields | ({"form-token": self.token} if self.token else {})).encode()

    def parts(self, name, content, field="paper", fields=None):
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="%s"'
        plain = "".join(
            head % key + f"\r\n\r\n{value}\r\n" for key, value in {"form-token": self.token, **(fields or {})}.items())
        file = head % field + f'; filename="{name}"\r\n\r\n'
        return (plain + file).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()

    def send(self, method, path, body=None, kind=None):
        headers = {"Cookie": f"goldthread={self.cookie}"} if self.cookie else {}
        if kind:
            headers["Content-Type"] = kind
        if not self.connection:
            self.connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=self.timeout)
        try:
            self.connection.request(method, path, body, headers)
            answer = Answer(self.connection.getresponse())
        except Exception:
            self.close()
            raise
        cookie = re.search(r"goldthread=([^;]+)", answer.headers.get("Set-Cookie") or "")
        if cookie:
            self.cookie = cookie[1]
        return answer

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def again(self, address=None):
        """Somebody with the same session on a connection of their own, at another server where one is named."""
        return Visitor(address or self.address.geturl(), self.cookie, self.token, self.timeout)

    # Parts of a conversation.

    def head(self, method, path, length=None, kind=FORM, more=""):
        """The head of a request as bytes."""
        lines = f"{method} {path} HTTP/1.1\r\nHost: {self.address.netloc}\r\n"
        if self.cookie:
            lines += f"Cookie: goldthread={self.cookie}\r\n"
        if length is not None:
            lines += f"Content-Type: {kind}\r\nContent-Length: {length}\r\n"
        return (lines + more + "\r\n").encode()

    def line(self, buffer=None):
        """A bare connection; `buffer` is how much it takes in unread."""
        line = socket.socket()
        if buffer:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        line.settimeout(self.timeout)
        line.connect((self.address.hostname, self.address.port))
        return line


def first_account(site):
    """Makes the first administrator, who may do everything, and says who has signed in."""
    visitor = Visitor(site.address)
    path = urllib.parse.urlsplit(site.welcome).path
    answer = visitor.post(path, name=NAME, address=ADDRESS, password=PASSWORD)
    assert answer.status == 303, answer.text
    return with_token(visitor)


def sign_in(address):
    visitor = Visitor(address)
    answer = visitor.post("/sign-in", address=ADDRESS, password=PASSWORD)
    assert answer.status == 303, answer.text
    return with_token(visitor)


def with_token(visitor):
    visitor.token = re.search(r'name="form-token" value="([^"]+)"', visitor.get("/").text)[1]
    return visitor
