# Builds and runs Seminar Bot:
#   docker build -t seminar-bot .
#   docker run -it -v "$PWD/week-3:/readings:ro" seminar-bot          a chat in the terminal
#   docker run -d --read-only --cap-drop ALL --security-opt no-new-privileges \
#     -v seminar-data:/data -v "$PWD/week-3:/readings:ro" --env-file config/bot.env seminar-bot   a service
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Includes the chat platforms' libraries, which the project's build machines do not have.
ARG ChatSdks=true
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY .config .config
COPY config config
COPY seeds seeds
COPY src src
COPY tools/publish tools/publish
# Compiled ahead of time, so that the first answer after a start takes a third less time. BuildKit sets the architecture.
ARG ReadyToRun=true
ARG TARGETARCH
RUN tools/publish /app -p:ChatSdks=$ChatSdks -p:PublishReadyToRun=$ReadyToRun --arch ${TARGETARCH:-amd64}
# The final image has no shell to create folders. Only its user can access the volume.
RUN mkdir -p -m 700 /volumes/data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
# Root owns the program and the readings, so that the user below cannot change them. Without a mount, the bot uses the shipped readings.
COPY --from=build /app ./
COPY --from=build /source/seeds /readings
COPY --from=build --chown=$APP_UID:$APP_UID /volumes/ /
# Nothing is written outside of the volume, so the root can be read-only; the runtime's diagnostics would write files to /tmp.
ENV BOT__Readings__Folder=/readings \
    BOT__Storage__Folder=/data \
    BOT__Http__Url=http://0.0.0.0:5080 \
    BOT__Console__Mode=Terminal \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME ["/data"]
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/app/bot", "health"]
ENTRYPOINT ["/app/bot"]
