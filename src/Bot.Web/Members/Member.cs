namespace Bot.Web.Members;

/// <summary>Somebody at a browser.</summary>
/// <param name="Id">Made up for the browser and kept in its cookie; says nothing about the person.</param>
/// <param name="Name">What others see: <c>guest-7</c>.</param>
/// <param name="IsTeacher">Whether they signed in as a teacher.</param>
/// <param name="IsAdmitted">Whether they gave the password of the pages, where one is needed.</param>
public sealed record Member(string Id, string Name, bool IsTeacher, bool IsAdmitted);
