using Microsoft.Extensions.Options;

namespace Bot.Web.Settings;

/// <summary>The access rules that follow from the settings.</summary>
internal sealed class Doors(IOptions<WebOptions> web, IOptions<SignInOptions> accounts)
{
    /// <summary>Whether a password is set.</summary>
    public bool HavePasswords => web.Value.Password.Length > 0 || web.Value.TeacherPassword.Length > 0;

    /// <summary>Whether accounts can sign in.</summary>
    public bool HaveAccounts => accounts.Value.IsOn;

    /// <summary>Whether signing in is possible.</summary>
    public bool CanSignIn => HavePasswords || HaveAccounts;

    /// <summary>Whether anybody can be a teacher in the browser.</summary>
    public bool HaveTeachers => web.Value.TeacherPassword.Length > 0 || (HaveAccounts && accounts.Value.TeacherClaim.Length > 0);

    /// <summary>Whether the pages require signing in.</summary>
    public bool AreClosed => web.Value.Password.Length > 0 || (HaveAccounts && !web.Value.OpenToAll);

    /// <summary>Whether other machines can see the pages.</summary>
    public bool AreForOthers => AreClosed || web.Value.OpenToAll;
}
