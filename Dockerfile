FROM python:3.13-slim-bookworm

WORKDIR /app
COPY . .

# The door makes the environment and the pages as it does on any machine; compiling here spares each start that work.
RUN python3 gangmu.py serve --help \
 && .venv/bin/python -m compileall -q -j 0 .venv schema importers graph webui \
 && useradd --uid 10001 --create-home gangmu \
 && install -d -o gangmu -g gangmu /data

USER gangmu
ENV GANGMU_HOME=/data
VOLUME /data
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 \
    CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/', timeout=10)"]

CMD ["python3", "gangmu.py", "serve"]
