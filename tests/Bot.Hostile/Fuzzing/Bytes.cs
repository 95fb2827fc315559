namespace Bot.Hostile.Fuzzing;

/// <summary>Damages bytes without regard to the format.</summary>
internal static class Bytes
{
    /// <summary>Changes, repeats, drops or cuts off bytes in a few places.</summary>
    public static byte[] Damage(byte[] content, Random chance)
    {
        var bytes = content.ToList();
        for (var times = chance.Next(1, 6); times > 0 && bytes.Count > 1; times--)
        {
            var at = chance.Next(bytes.Count);
            var length = Math.Min(chance.Next(1, 64), bytes.Count - at);
            switch (chance.Next(4))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                default:
                    if (chance.Next(4) == 0)
                    {
                        bytes.RemoveRange(at, bytes.Count - at);
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
