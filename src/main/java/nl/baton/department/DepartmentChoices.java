package nl.baton.department;

import java.util.List;
import nl.baton.security.HomeDepartments;
import nl.baton.security.SystemWork;
import org.springframework.stereotype.Component;

/** Lets an administrator choose a user's home department; sign-in needs it too, before anybody is signed in. */
@Component
class DepartmentChoices implements HomeDepartments {

    private final Departments departments;

    DepartmentChoices(Departments departments) {
        this.departments = departments;
    }

    @Override
    public List<Choice> choices() {
        return SystemWork.call(departments::all).stream()
                .map(department -> new Choice(department.id(), department.name(), department.slot()))
                .toList();
    }
}
