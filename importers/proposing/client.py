"""One question to the model's server: over plain HTTP, once, within a limit of time and size."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping, Sequence
from typing import Any

import httpx
import msgspec

from importers.proposing.settings import ModelSettings
from schema import ModelError

ANSWER_BYTES = 512 * 1024
"""The largest answer that is read."""
ANSWER_TOKENS = 4096

Message = Mapping[str, str]


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    """What is read of the server's answer."""

    choices: list[_Choice]


def complete(settings: ModelSettings, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
    """What the model says to these messages; it was told to keep to the JSON schema. Raises ModelError.

    There is no second try: a model that is slow once is slow again, and whoever waits may start anew.
    """
    raw = asyncio.run(_within(settings, _request(settings, messages, schema)))
    try:
        return msgspec.json.decode(raw, type=_Completion).choices[0].message.content
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, IndexError):
        raise _failure(settings, "answers what is no chat completion", "look whether its address should end in /v1") from None


async def _within(settings: ModelSettings, body: Mapping[str, Any]) -> bytes:
    """The answer's bytes, whole within the seconds of the settings, however slowly they drip."""
    try:
        async with asyncio.timeout(settings.seconds):
            return await _post(settings, body)
    except (TimeoutError, httpx.TimeoutException):
        raise _failure(settings, f"gave no whole answer within {settings.seconds:g} seconds", "raise GANGMU_MODEL_SECONDS") from None
    except (httpx.HTTPError, OSError) as error:
        raise _failure(settings, f"cannot be reached ({type(error).__name__})", "start it, or look at GANGMU_MODEL") from None


async def _post(settings: ModelSettings, body: Mapping[str, Any]) -> bytes:
    to = settings.endpoint
    headers = {"Host": to.name, "Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {settings.key}"} if settings.key else {})
    verify = ssl.create_default_context() if to.scheme == "https" else False
    # Neither a proxy of the environment nor a redirect may lead the text elsewhere.
    async with httpx.AsyncClient(verify=verify, trust_env=False, follow_redirects=False, timeout=settings.seconds) as client:
        request = client.build_request("POST", to.url, json=body, headers=headers, extensions={"sni_hostname": to.host})
        response = await client.send(request, stream=True)
        try:
            if response.status_code != 200:
                raise _failure(settings, f"answers with status {response.status_code}", "look at GANGMU_MODEL_NAME and GANGMU_MODEL_KEY")
            return await _read(settings, response)
        finally:
            await response.aclose()


async def _read(settings: ModelSettings, response: httpx.Response) -> bytes:
    read = bytearray()
    async for piece in response.aiter_raw():
        read += piece
        if len(read) > ANSWER_BYTES:
            raise _failure(settings, f"answers with more than {ANSWER_BYTES:,} bytes", "use another model")
    return bytes(read)


def _request(settings: ModelSettings, messages: Sequence[Message], schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "model": settings.name, "messages": list(messages), "temperature": 0, "seed": 0, "max_tokens": ANSWER_TOKENS, "stream": False,
        "response_format": {"type": "json_schema", "json_schema": {"name": "findings", "strict": True, "schema": schema}},
    }


def _failure(settings: ModelSettings, what: str, remedy: str) -> ModelError:
    return ModelError(f"the model at {settings.endpoint.name} {what}", remedy=remedy)
