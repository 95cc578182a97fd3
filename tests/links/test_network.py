from __future__ import annotations

import asyncio
import datetime
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from slidewright.links import ask
from slidewright.links.network import Transport
from slidewright.resolve.remote import LinkState, LinkStatus
from slidewright.settings import ExternalSettings

HERE = ["http://127.0.0.1", "http://127.1", "http://2130706433", "http://0x7f000001", "http://[::ffff:127.0.0.1]"]


def test_private_addresses_are_never_connected_to(site, internet):
    internet.names |= {"inner.test": "10.0.0.1", "here.test": "127.0.0.1", "cloud.test": "169.254.169.254"}
    hosts = [*HERE, "http://inner.test", "http://here.test", "http://cloud.test", "http://localhost"]
    states = ask([f"{host}:{site.port}/" for host in hosts], ExternalSettings(), None)
    assert {(state.status, state.reason) for state in states.values()} == {(LinkStatus.PRIVATE, "a private address")}
    assert internet.connected == [] and site.requests == []


def test_a_redirect_to_a_private_address_is_not_followed(site, internet):
    internet.host("front.test", "8.8.8.8", site)
    internet.host("back.test", "127.0.0.1")
    for no, place in enumerate([site.url("/inner"), site.url("/inner", "back.test"), "http://localhost/"]):
        site.on(f"/{no}", site.leads_to(place))
    states = ask([f"http://front.test/{no}" for no in range(3)], ExternalSettings(), None)
    assert {state.status for state in states.values()} == {LinkStatus.PRIVATE}
    assert states["http://front.test/1"].reason == "redirects to back.test: a private address"
    assert site.asked("/inner") == []


def test_a_name_that_changes_its_address_is_not_looked_up_again(site, internet):
    internet.host("turncoat.test", "8.8.8.8", site)

    def turn(visitor) -> None:
        internet.names["turncoat.test"] = "127.0.0.1"
        visitor.close_connection = True
        visitor.reply(404, Connection="close")

    site.on("/", turn)
    assert ask(["http://turncoat.test/"], ExternalSettings(), None)["http://turncoat.test/"].status is LinkStatus.DEAD
    assert internet.looked_up == ["turncoat.test"]
    assert [address for address, _ in internet.connected] == ["8.8.8.8", "8.8.8.8"]


def test_the_server_sees_the_name_that_was_written(site, local, internet):
    internet.host("xn--r8jz45g.test", "127.0.0.1")
    site.on("/%E3%83%91", site.plain(200))
    ask([site.url("/パ", "例え.test")], local, None)
    assert site.requests[0].headers["host"] == f"xn--r8jz45g.test:{site.port}"


def test_the_next_address_is_tried_where_the_first_does_not_answer(site, local, internet):
    internet.names["two.test"] = ["8.8.8.8", "127.0.0.1"]
    url = site.url("/", "two.test")
    site.on("/", site.plain(200))
    assert ask([url], local, None)[url].status is LinkStatus.ALIVE


def test_connections_serve_many_requests(site, local, internet):
    urls = [site.on(f"/{no}", site.plain(200)) for no in range(10)]
    urls += [site.on(f"/page{no}", site.page("text " * 100)) + "#x" for no in range(10)]
    urls += [site.on(f"/gone{no}", site.plain(404, b"gone")) for no in range(10)]
    ask(urls, local._replace(per_host=1), None)
    assert len(site.requests) == 40
    assert len(internet.connected) == 1


def test_connections_are_closed_after_the_last_request_to_a_host(site, local, internet, monkeypatch):
    requests_when_left: list[int] = []
    leave = Transport.leave

    async def note(self: Transport, host: bytes) -> None:
        requests_when_left.append(len(site.requests))
        await leave(self, host)

    monkeypatch.setattr(Transport, "leave", note)
    internet.names = {f"{no}.test": "127.0.0.1" for no in range(4)}
    site.on("/", site.plain(200))
    ask([site.url("/", f"{no}.test") for no in range(4)], local._replace(concurrency=1), None)
    assert requests_when_left[:2] == [1, 2]


def test_a_closed_port_is_refused(local):
    state = ask(["http://127.0.0.1:9/"], local, None)["http://127.0.0.1:9/"]
    assert state.reason == "not asked: browsers refuse port 9"
    state = ask(["http://127.0.0.1:47/"], local, None)["http://127.0.0.1:47/"]
    assert (state.status, state.reason) == (LinkStatus.UNREACHABLE, "the connection was refused")


def tls(site, local: ExternalSettings, internet, host: str = "e.test") -> LinkState:
    internet.host("e.test", "127.0.0.1")
    site.on("/", site.plain(200))
    url = site.url("/", host)
    return ask([url], local, None)[url]


def test_a_certificate_for_the_name_is_valid(secure, local, internet):
    assert tls(secure("e.test"), local, internet).status is LinkStatus.ALIVE


def test_a_certificate_for_another_name_is_not(secure, local, internet):
    state = tls(secure("other.test"), local, internet)
    assert (state.status, state.code) == (LinkStatus.DEAD, None)
    assert state.reason.startswith("invalid certificate: hostname mismatch")


def test_a_certificate_that_ran_out_is_not(secure, local, internet):
    state = tls(secure("e.test", not_after=datetime.datetime(2020, 1, 1)), local, internet)
    assert (state.status, state.reason) == (LinkStatus.DEAD, "invalid certificate: certificate has expired")


def test_a_certificate_of_an_unknown_issuer_is_not(secure, local, internet):
    state = tls(secure("e.test", trusted=False), local, internet)
    assert state.status is LinkStatus.DEAD
    assert state.reason.startswith("invalid certificate: unable to get local issuer")


def test_where_no_issuer_is_known_it_is_something_on_the_way(secure, local, internet):
    site = secure("*.e.test", trusted=False)
    site.on("/", site.plain(200))
    internet.names |= {f"{no}.e.test": "127.0.0.1" for no in range(4)}
    states = ask([site.url("/", f"{no}.e.test") for no in range(4)], local, None)
    assert {state.status for state in states.values()} == {LinkStatus.UNREACHABLE}
    good = secure("good.test")
    good.on("/", good.plain(200))
    internet.host("good.test", "127.0.0.1")
    urls = [good.url("/", "good.test"), *states]
    assert {state.status for state in list(ask(urls, local, None).values())[1:]} == {LinkStatus.DEAD}


def test_tls_with_what_speaks_none_is_unreachable(site, local):
    url = site.url("/").replace("http:", "https:")
    state = ask([url], local._replace(retries=0), None)[url]
    assert (state.status, state.reason) == (LinkStatus.UNREACHABLE, "no secure connection could be agreed on")


class Http2Server:
    """Answers HEAD by HTTP/2 with 404, and GET by HTTP/1.1 with a page without end."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.streams: list[int] = []
        self.connections = 0
        self._loop = asyncio.new_event_loop()
        self._server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context))
        self.port = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        protocol = writer.get_extra_info("ssl_object").selected_alpn_protocol()
        try:
            await (self._two(reader, writer) if protocol == "h2" else self._one(reader, writer))
        except OSError:
            pass
        finally:
            writer.close()

    async def _two(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        connection.initiate_connection()
        while True:
            writer.write(connection.data_to_send())
            received = await reader.read(65_536)
            if not received:
                return
            for event in connection.receive_data(received):
                if isinstance(event, h2.events.RequestReceived):
                    self.streams.append(event.stream_id)
                    connection.send_headers(event.stream_id, [(":status", "404")], end_stream=True)

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p id=here>")
        while not writer.is_closing():
            writer.write(b"text " * 10_000)
            await writer.drain()
            await asyncio.sleep(0)

    def close(self) -> None:
        async def end() -> None:
            self._server.close()
            tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@pytest.fixture
def http2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Http2Server]:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_alpn_protocols(["h2", "http/1.1"])
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "roots.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "roots.pem"))
    server = Http2Server(context)
    yield server
    server.close()


def test_head_goes_by_http2_and_many_pages_without_end_are_left_in_the_middle(http2, local):
    urls = [f"https://127.0.0.1:{http2.port}/{no}" for no in range(150)]
    states = ask([*urls, urls[0] + "#here"], local, None)
    assert {state.status for state in states.values()} == {LinkStatus.ALIVE}
    assert len(http2.streams) == 149
    assert http2.connections < 10
