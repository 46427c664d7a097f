# Exeat in one process. Build from the root of the repository:
#   docker build -f infra/images/platform.Dockerfile -t exeat-platform .
FROM node:24-bookworm-slim AS build
WORKDIR /exeat
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json .swcrc ./
# What the web generates its types from, and is held to.
COPY docs/openapi.json docs/openapi.json
COPY apps apps
COPY libs libs
COPY infra infra
RUN npm run -s build \
 # The image has its own Node, and Postgres runs beside it: neither has to come with the packages.
 && npm prune --omit=dev --omit=optional --ignore-scripts \
 # What is left of the sources is what is read while running: SQL, rule sets, clauses.
 && find apps libs infra -name '*.ts' -delete \
 && find dist -name '*.spec.js*' -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /exeat
COPY --from=build --chown=root:root /exeat/package.json ./
COPY --from=build --chown=root:root /exeat/node_modules node_modules
COPY --from=build --chown=root:root /exeat/dist dist
COPY --from=build --chown=root:root /exeat/libs libs
COPY --from=build --chown=root:root /exeat/infra infra
# Nothing in the image can be changed by the process that runs in it, but for the folder of documents: a volume there is
# made as this one is.
RUN install -d -o node -g node /var/lib/exeat/documents
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/platform/src/main.js"]
