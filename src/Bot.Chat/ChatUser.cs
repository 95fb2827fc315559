namespace Bot.Chat;

/// <summary>A member as the platform knows them. The id is opaque and unique within its platform and space.</summary>
/// <param name="Id">The platform's id; never logged.</param>
/// <param name="IsTeacher">
/// Whether the channel's settings let this member change schedules and curated lists. An adapter need not find it out for a command that is
/// not for teachers.
/// </param>
public readonly record struct ChatUser(string Id, bool IsTeacher = false);
