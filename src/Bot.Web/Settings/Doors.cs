using Microsoft.Extensions.Options;

namespace Bot.Web.Settings;

/// <summary>Who is let in to what, as far as the settings say.</summary>
internal sealed class Doors(IOptions<WebOptions> web, IOptions<SignInOptions> accounts)
{
    /// <summary>Whether there is a password to sign in with.</summary>
    public bool HavePasswords => web.Value.Password.Length > 0 || web.Value.TeacherPassword.Length > 0;

    /// <summary>Whether there are accounts to sign in with.</summary>
    public bool HaveAccounts => accounts.Value.IsOn;

    /// <summary>Whether there is anything to sign in to.</summary>
    public bool CanSignIn => HavePasswords || HaveAccounts;

    /// <summary>Whether somebody can be a teacher here.</summary>
    public bool HaveTeachers => web.Value.TeacherPassword.Length > 0 || (HaveAccounts && accounts.Value.TeacherClaim.Length > 0);

    /// <summary>Whether the pages are shown only to those who signed in.</summary>
    public bool AreClosed => web.Value.Password.Length > 0 || (HaveAccounts && !web.Value.OpenToAll);

    /// <summary>Whether the pages are for other machines too.</summary>
    public bool AreForOthers => AreClosed || web.Value.OpenToAll;
}
