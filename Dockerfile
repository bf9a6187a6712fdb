# Claimdesk as an image. Build: docker build -t claimdesk .   Run, with the data in a volume:
#   docker run -d --name claimdesk --init -p 127.0.0.1:3000:3000 -v claimdesk:/data --restart on-failure claimdesk
#   docker logs claimdesk     shows the link that sets the desk up
# Both images need Node 20.19 or newer; the first also a C++ toolchain and Python 3.
ARG BUILD_IMAGE=docker.io/library/node:22-bookworm
ARG RUN_IMAGE=docker.io/library/node:22-bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build:standalone

FROM ${RUN_IMAGE}
# With PostgreSQL a copy is made before each upgrade, by pg_dump; it must be as new as the server.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client \
  && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 claimdesk \
  && useradd --system --uid 10001 --gid claimdesk --no-create-home --shell /usr/sbin/nologin claimdesk \
  && install -d -m 700 -o claimdesk -g claimdesk /data
WORKDIR /app
# The program belongs to root: the desk cannot change it.
COPY --from=build /app/.next/standalone ./
# Docker starts it again, so the program itself does not.
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  CLAIMDESK_DATA=/data \
  CLAIMDESK_RESTART=off \
  LOG_FORMAT=json
VOLUME /data
EXPOSE 3000
USER claimdesk
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "lib/cli/start.ts"]
