namespace Bot.Web.Members;

/// <summary>A member who uses a browser.</summary>
/// <param name="Id">A random id in the browser's cookie; it says nothing about the person.</param>
/// <param name="Name">The name that others see: <c>guest-7</c>.</param>
/// <param name="IsTeacher">Whether they signed in as a teacher.</param>
/// <param name="IsAdmitted">Whether they entered the password of the pages, if there is one.</param>
public sealed record Member(string Id, string Name, bool IsTeacher, bool IsAdmitted);
