# The image of one app:
#   docker build --build-arg APP=stays --tag gudbro-stays .
#   docker build --build-arg APP=backoffice --build-arg HEALTH_PATH=/sign-in --tag gudbro-backoffice .
#   docker build --build-arg APP=jobs --build-arg HEALTH_PATH=/health --tag gudbro-jobs .
# A test runs these steps without Docker (scripts/deploy/run-dockerfile-steps.ts). It knows the instructions used here and
# refuses any other.

FROM node:24.21.0-slim AS base
ARG APP
ENV NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
WORKDIR /repository

# The part of the repository that this app needs, without the packages that only tests use.
FROM base AS pruned
COPY . .
RUN npx --yes pnpm@12.21.0 dlx turbo@2.11.11 prune @gudbro/$APP --docker --production

FROM base AS built
COPY --from=pruned /repository/out/json/ ./
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
COPY --from=pruned /repository/out/full/ ./
# turbo prune leaves it behind, and every tsconfig.json extends it.
COPY tsconfig.base.json ./
RUN npx --yes pnpm@12.21.0 exec turbo run build --filter=@gudbro/$APP
# The process for jobs has no build of its own.
RUN rm -rf apps/$APP/.next/cache \
  && mkdir -p output apps/$APP/.next \
  && tar -cf - apps/$APP/.next packages/*/dist | tar -xf - -C output

FROM base AS assembled
COPY --from=pruned /repository/out/json/ ./
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod
# The root brings a Node for machines that have none. The image has its own.
RUN rm -rf node_modules/node node_modules/.bin node_modules/.pnpm/node@*
COPY --from=pruned /repository/out/full/ ./
COPY --from=built /repository/output/ ./

FROM base
ARG HEALTH_PATH=/api/health
ENV NODE_ENV=production HOST=0.0.0.0 STAYS_PORT=3000 BACKOFFICE_PORT=3000 JOBS_PORT=3000 HEALTH_PATH=$HEALTH_PATH
# Owned by root: the app cannot change its own code.
COPY --from=assembled /repository/ ./
WORKDIR /repository/apps/$APP
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:3000' + process.env.HEALTH_PATH).then((response) => process.exit(response.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--max-semi-space-size=16", "server.ts"]
