using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.Workspaces;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Workspaces;

public sealed class KeyTests
{
    private static readonly Installation Installed = new("xoxb-of-a-workspace", null, null);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ReplicasThatStartTogetherReadEachOthersTokens(TestEngine engine)
    {
        await using var database = new TestDatabase(engine);
        var replicas = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StartAsync(database))));

        await Task.WhenAll(replicas.Select((replica, i) => Store(replica).PutAsync($"T{i}", Installed, CancellationToken.None)));

        foreach (var (replica, i) in replicas.SelectMany(replica => Enumerable.Range(0, 3).Select(i => (replica, i))))
        {
            Assert.Equal(Installed, (await Store(replica).FindAsync($"T{i}", CancellationToken.None))?.Installation);
        }

        Assert.Single(await KeysAsync(database));
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task TheKeysAreEncryptedWithTheCertificate(TestEngine engine)
    {
        await using var database = new TestDatabase(engine);
        var certificate = await CertificateAsync(database.Folder);
        await using (var first = await StartAsync(database, ("Slack:KeyCertificate", certificate)))
        {
            await Store(first).PutAsync("T0", Installed, CancellationToken.None);
        }

        await using var without = await StartAsync(database);
        await using var with = await StartAsync(database, ("Slack:KeyCertificate", certificate));

        Assert.Null(await Store(without).FindAsync("T0", CancellationToken.None));
        Assert.Equal(Installed, (await Store(with).FindAsync("T0", CancellationToken.None))?.Installation);
        Assert.Contains("CipherValue", (await KeysAsync(database))[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", (await KeysAsync(database))[0], StringComparison.Ordinal);
    }

    private static Task<SlackUnderTest> StartAsync(TestDatabase database, params (string Name, string Value)[] settings) => SlackUnderTest.StartAsync(
        new ScriptedSeminar(),
        [
            ("Slack:Token", ""),
            ("Slack:ClientId", FakeOAuth.ClientId),
            ("Slack:ClientSecret", FakeOAuth.ClientSecret),
            ("Slack:PublicUrl", "https://bot.example.org"),
            ("Storage:Folder", database.Options.Folder),
            ("Storage:PostgreSql", database.Options.PostgreSql),
            ("Storage:Timeout", database.Options.Timeout.ToString("c", CultureInfo.InvariantCulture)),
            .. settings,
        ]);

    private static InstallationStore Store(SlackUnderTest replica) => replica.Services.GetRequiredService<InstallationStore>();

    private static Task<IReadOnlyList<string>> KeysAsync(TestDatabase database) => database.Connect().ReadAsync(
        session => session.QueryAsync<string>("SELECT value FROM secrets WHERE name LIKE 'keys/%' ORDER BY name"), CancellationToken.None);

    private static async Task<string> CertificateAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=seminar-bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(folder, "keys.pem");
        await File.WriteAllTextAsync(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
